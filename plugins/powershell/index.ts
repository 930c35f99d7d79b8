import { powershellPlugin } from "./powershell-plugin.js";

export default powershellPlugin();
