import { ntlmLogins } from "./ntlm-logins.js";

ntlmLogins({ logins: 2000, atOnce: 8 });
