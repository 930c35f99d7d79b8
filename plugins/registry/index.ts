import { definePlugin } from "wsmanor/sdk";
import { registryOperations } from "./operations.js";
import { RegistryStore } from "./store.js";

export default definePlugin({
  declaration: { name: "registry", sdkVersion: 1, capabilities: ["Get", "Put", "Create", "Delete", "Enumerate", "Invoke"], parameters: [] },
  startup: async ({ storage }) => registryOperations(await RegistryStore.open(storage)),
});
