// Registers the elements that both pages share. Import it once, from a page's main module.
import { EyeIcon } from './eye-icon.js';
import { define } from './registry.js';

define('eye-icon', EyeIcon);
