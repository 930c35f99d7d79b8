import { ntlmLogins } from "./ntlm-logins.js";

ntlmLogins({ logins: 20_000, atOnce: 8 });
