import { hostileIsolatedPlugins } from "./hostile-isolated-plugins.js";

hostileIsolatedPlugins({ rounds: 50, slices: 4 });
