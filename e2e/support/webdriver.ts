// A person with a browser that is not Chromium, driven by the standard that all browsers speak
// (WebDriver): what is on the page is found by role and name as the browser itself tells them to
// assistive tools.

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

/** How long a person waits for what they expect. */
const PATIENCE_MS = 30_000;

/** Where to look: a page, an element, a shadow tree. */
type Scope = Pick<WebDriver, 'findElements'>;

/** Somebody, with a browser of their own. */
export class Person {
  constructor(readonly driver: WebDriver) {}

  /** What is shown with this role and name, as soon as it is. */
  async find(role: Role, name: string | RegExp, scope: Scope = this.driver): Promise<WebElement> {
    return this.until(`${role} ${name}`, () => this.look(role, name, scope));
  }

  /** Presses what has this role and name. */
  async press(role: Role, name: string | RegExp, scope?: Scope): Promise<void> {
    await (await this.find(role, name, scope)).click();
  }

  /** Types into the field of this name, in place of what it holds. */
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

  /** Waits until a script's value is `value`. */
  async gives(script: string, value: unknown): Promise<void> {
    await this.until(`${script}: ${value}`, async () => {
      return (await this.driver.executeScript(`return ${script}`)) === value || undefined;
    });
  }

  /** Waits until the page shows a text. It may be in capitals by its style. */
  async reads(text: string): Promise<void> {
    await this.until(text, async () => {
      const shown: string = await this.driver.executeScript('return document.body.innerText');
      return shown.toLowerCase().includes(text.toLowerCase()) || undefined;
    });
  }

  /** Makes the browser one that has not got a part of the web's interfaces, until the next page. */
  async without(owner: string, name: string): Promise<void> {
    const gone: boolean = await this.driver.executeScript(
      `const [owner, name] = arguments;
      // Firefox runs such scripts beside the page: what they change of their own it does not see.
      const page = window.wrappedJSObject ?? window;
      return page.Reflect.deleteProperty(page[owner].prototype, name) &&
        !page.Reflect.has(page[owner].prototype, name);`,
      owner,
      name,
    );
    if (!gone) throw new Error(`${owner}.${name} stays`);
  }

  /** What pasting gives: into a field of plain text, and into one of rich text. */
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
    // What is within an element or a shadow tree is little.
    const found =
      scope === this.driver
        ? candidates(this.driver, role, name)
        : scope.findElements({ css: BEARERS[role] });
    for (const element of await found) {
      // WebKit's driver knows no name of what is not displayed, and fails.
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
        // The page goes on while it is looked at, for which each driver has an error of its own.
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
    // A home of its own: what the person who runs the tests has there stays out of them.
    env: { ...process.env, HOME: home },
    stdio: 'ignore',
  });
}

/** Waits until somebody listens on a port. */
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
        // A certificate of a test's own making is signed by nobody.
        .withCapabilities(browser.wishes().setAcceptInsecureCerts(true))
        .build();
      ends.push(() => session.quit());
      const person = new Person(session);
      people.push(person);
      return person;
    });
    if (info.errors.length > 0) {
      for (const [n, { driver }] of people.entries()) {
        // A browser that has gone leaves no picture.
        const picture = await driver.takeScreenshot().catch(() => undefined);
        if (picture) {
          writeFileSync(info.outputPath(`person-${n + 1}.png`), Buffer.from(picture, 'base64'));
        }
      }
    }
    // Each, whatever becomes of the others: first the browser, then its driver.
    for (const end of ends.reverse()) await end().catch(() => undefined);
  },
});

export { expect };
