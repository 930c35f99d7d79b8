import { commandShellPlugin } from "./command-shell-plugin.js";
import { findAccount } from "./find-account.js";

export default commandShellPlugin({ findAccount, userId: () => process.geteuid?.() });
