import { hostileIsolatedPlugins } from "./hostile-isolated-plugins.js";

hostileIsolatedPlugins();
