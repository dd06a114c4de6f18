// The page of the backend console: registers its elements.
import './define.js';
import { define } from '../elements/registry.js';
import { EyeAccountForm } from './eye-account-form.js';
import { EyeAccounts } from './eye-accounts.js';
import { EyeBackend } from './eye-backend.js';

define('eye-account-form', EyeAccountForm);
define('eye-accounts', EyeAccounts);
define('eye-backend', EyeBackend);
