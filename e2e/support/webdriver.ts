// A person with a browser other than Chromium, driven by WebDriver: elements are found by the role and name that the
// browser computes for assistive tools.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import {
  Builder,
  Capabilities,
  error,
  Key,
  type WebDriver,
  type WebElement,
} from 'selenium-webdriver';
import * as firefox from 'selenium-webdriver/firefox.js';
import { BEARERS, candidates, type Role } from './candidates.ts';
import { freePort } from './ports.ts';

/** The time limit of waits. */
const PATIENCE_MS = 30_000;

/** The scope of a search: a page, an element, a shadow tree. */
type Scope = Pick<WebDriver, 'findElements'>;

/** A person with their own browser. */
export class Person {
  constructor(readonly driver: WebDriver) {}

  /** The visible element with this role and name, as soon as there is one. */
  async find(role: Role, name: string | RegExp, scope: Scope = this.driver): Promise<WebElement> {
    return this.until(`${role} ${name}`, () => this.look(role, name, scope));
  }

  /** Clicks the element with this role and name. */
  async press(role: Role, name: string | RegExp, scope?: Scope): Promise<void> {
    await (await this.find(role, name, scope)).click();
  }

  /** Replaces the content of the field of this name. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    const field = await this.find('textbox', name);
    await field.clear();
    await field.sendKeys(text);
  }

  /** Waits until the address of the page is `address`. */
  async isAt(address: string): Promise<void> {
    await this.until(address, async () => {
      return (await this.driver.getCurrentUrl()) === address || undefined;
    });
  }

  /** Waits until a script returns `value`. */
  async gives(script: string, value: unknown): Promise<void> {
    await this.until(`${script}: ${value}`, async () => {
      return (await this.driver.executeScript(`return ${script}`)) === value || undefined;
    });
  }

  /** Waits until the page shows a text; its style may show it in capitals. */
  async reads(text: string): Promise<void> {
    await this.until(text, async () => {
      const shown: string = await this.driver.executeScript('return document.body.innerText');
      return shown.toLowerCase().includes(text.toLowerCase()) || undefined;
    });
  }

  /** Removes a web interface from the page, until the next page is loaded. */
  async without(owner: string, name: string): Promise<void> {
    const gone: boolean = await this.driver.executeScript(
      `const [owner, name] = arguments;
      // Firefox runs WebDriver scripts in a separate scope: the page does not see changes to their globals.
      const page = window.wrappedJSObject ?? window;
      return page.Reflect.deleteProperty(page[owner].prototype, name) &&
        !page.Reflect.has(page[owner].prototype, name);`,
      owner,
      name,
    );
    if (!gone) throw new Error(`${owner}.${name} stays`);
  }

  /** The result of pasting: into a plain text field, and into a rich text field. */
  async paste(): Promise<{ plain: string; rich: string }> {
    const { driver } = this;
    const before = await driver.getWindowHandle();
    await driver.switchTo().newWindow('tab');
    const [plain, rich]: WebElement[] = await driver.executeScript(`
      const plain = document.createElement('textarea');
      const rich = document.createElement('div');
      rich.contentEditable = 'true';
      rich.append('\\u200b');
      document.body.append(plain, rich);
      return [plain, rich];`);
    if (!plain || !rich) throw new Error('no fields to paste into');
    for (const field of [plain, rich]) {
      await field.click();
      await field.sendKeys(Key.chord(Key.CONTROL, 'v'));
    }
    const pasted = {
      plain: String(await plain.getProperty('value')),
      rich: String(await rich.getProperty('innerHTML')),
    };
    await driver.close();
    await driver.switchTo().window(before);
    return pasted;
  }

  private async look(role: Role, name: string | RegExp, scope: Scope) {
    // An element or a shadow tree contains few elements.
    const found =
      scope === this.driver
        ? candidates(this.driver, role, name)
        : scope.findElements({ css: BEARERS[role] });
    for (const element of await found) {
      // WebKit's driver fails for the name of an element that is not displayed.
      if (!(await element.isDisplayed())) continue;
      const label = (await element.getAccessibleName()).replaceAll('\u00a0', ' ');
      const isMeant = typeof name === 'string' ? label === name : name.test(label);
      if (isMeant && (await element.getAriaRole()) === role) return element;
    }
    return undefined;
  }

  /** Looks until something is found, or the deadline is over. */
  private async until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    let problem: unknown;
    const found = async () => {
      try {
        return await look();
      } catch (met) {
        // The page may change during the search, which each driver reports by a different error.
        if (!(met instanceof error.WebDriverError)) throw met;
        problem = met;
        return undefined;
      }
    };
    try {
      return (await this.driver.wait(found, PATIENCE_MS, `not there: ${what}`, 100)) as T;
    } catch (met) {
      throw met instanceof error.TimeoutError ? new Error(met.message, { cause: problem }) : met;
    }
  }
}

/** A driver's process. */
function start(command: string, port: number, home: string): ChildProcess {
  return spawn(command, [`--port=${port}`], {
    // Its own home folder, so that the files of the person who runs the tests do not affect it.
    env: { ...process.env, HOME: home },
    stdio: 'ignore',
  });
}

/** Waits until a process listens on a port. */
async function listening(port: number, who: string): Promise<void> {
  const listens = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
  await expect.poll(listens, { message: `${who} listens` }).toBe(true);
}

const BROWSERS: Record<string, { driver: string; wishes: () => Capabilities }> = {
  firefox: {
    driver: 'geckodriver',
    wishes: () => {
      const options = new firefox.Options()
        .setBinary(process.env.PARVIS_FIREFOX ?? 'firefox-esr')
        .addArguments('-headless')
        .setPreference('intl.accept_languages', 'fr-FR, fr');
      return new Capabilities(options).setBrowserName('firefox');
    },
  },
  webkit: {
    driver: 'WebKitWebDriver',
    wishes: () =>
      new Capabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {
          binary: process.env.PARVIS_WEBKIT,
          args: ['--automation'],
        },
      }),
  },
};

export const test = base.extend<{ newPerson: () => Promise<Person> }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from here
  newPerson: async ({}, use, info) => {
    const browser = BROWSERS[info.project.name];
    if (!browser) throw new Error(`no driver for ${info.project.name}`);
    const ends: (() => Promise<void>)[] = [];
    const people: Person[] = [];
    await use(async () => {
      const home = mkdtempSync(join(tmpdir(), 'parvis-browser-'));
      const port = await freePort();
      const driver = start(browser.driver, port, home);
      ends.push(async () => {
        driver.kill();
        rmSync(home, { recursive: true, force: true, maxRetries: 10 });
      });
      await listening(port, browser.driver);
      const session = await new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        // The tests' certificates are self-signed.
        .withCapabilities(browser.wishes().setAcceptInsecureCerts(true))
        .build();
      ends.push(() => session.quit());
      const person = new Person(session);
      people.push(person);
      return person;
    });
    if (info.errors.length > 0) {
      for (const [n, { driver }] of people.entries()) {
        // A crashed browser gives no screenshot.
        const picture = await driver.takeScreenshot().catch(() => undefined);
        if (picture) {
          writeFileSync(info.outputPath(`person-${n + 1}.png`), Buffer.from(picture, 'base64'));
        }
      }
    }
    // Each even if others fail: first the browser, then its driver.
    for (const end of ends.reverse()) await end().catch(() => undefined);
  },
});

export { expect };
