import { appendFileSync } from "node:fs";
import { definePlugin, element } from "wsmanor/sdk";

/** Can do everything, and writes a line into the file of its parameter `file` whenever it is entered: whether it was is the question. */
export default definePlugin({
  declaration: { name: "counting", sdkVersion: 1, capabilities: ["Get", "Put", "Create", "Delete", "Invoke", "Enumerate"], parameters: ["file"] },
  startup: ({ initializationParameters }) => {
    const enter = (operation: string): void => appendFileSync(initializationParameters.get("file")!, `${operation}\n`);
    const thing = element("urn:test:counting", "Thing", "text");
    return {
      get: () => (enter("Get"), thing),
      put: () => (enter("Put"), thing),
      create: () => (enter("Create"), { selectors: [["Name", "new"]] as const }),
      delete: () => enter("Delete"),
      invoke: () => (enter("Invoke"), thing),
      enumerate: () => (enter("Enumerate"), [{ object: thing, epr: { selectors: [["Name", "one"]] } }, { object: thing, epr: { selectors: [["Name", "two"]] } }]),
    };
  },
});
