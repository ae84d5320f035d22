// What a page names: /embed/session-details.js. It costs the page these few kilobytes, and nothing more
// until somebody is about to open the details.

import { define } from './element.js';

define();
