// The page of the check: for the account in its address, or for the browser and its devices alone.
import '../elements/define.js';
import './define.js';
import { consumerPlace } from './check-place.js';

const asked = new URLSearchParams(location.search);
const account = asked.get('account') ?? '';
const check = /** @type {import('./eye-check.js').EyeCheck} */ (document.querySelector('eye-check'));
check.place = /^[0-9A-Za-z]{1,32}$/.test(account) ? consumerPlace(account, asked.has('tagged')) : undefined;
