// Registers the elements of a call. Import it once, from a page's main module.
import { EyeCallStage } from './eye-call-stage.js';
import { EyeCallStatus } from './eye-call-status.js';
import { define } from './registry.js';

define('eye-call-stage', EyeCallStage);
define('eye-call-status', EyeCallStatus);
