// Entry point for host pages: /embed/session-details.js. It loads these few kilobytes only, until somebody is
// about to open the details.

import { define } from './element.js';

define();
