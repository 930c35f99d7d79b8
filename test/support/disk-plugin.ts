import { definePlugin, failure, record, type XmlElement } from "wsmanor/sdk";

const uri = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/test/Test_Disk";

/** Three disks behind a WMI-like URI, the last of a subclass that has nothing of its own; filters and fragments are the host's. */
export default definePlugin({
  declaration: {
    name: "disk", sdkVersion: 1, capabilities: ["Get", "Put", "Enumerate"], filters: "host", fragments: "host", polymorphism: true,
    classes: [{ name: "Test_Disk", keys: ["Name"], properties: { Label: "string", Name: "string", Size: "uint64", Tags: "string[]" } }],
  },
  startup: () => {
    const disks = new Map<string, XmlElement>([["sda", 512, "system"], ["sdb", 4096, null], ["sdc", 1024, ""]].map(([name, size, label]) => [String(name), record(uri, "Test_Disk", { Label: label, Name: name, Size: size, Tags: ["x", "y"] })]));
    return {
      get: ({ selectors }) => disks.get(selectors.get("Name") ?? "") ?? failure("not-found"),
      put: ({ selectors, body }) => {
        disks.set(selectors.get("Name") ?? "", body.element());
        return body.element();
      },
      enumerate: ({ polymorphism }) => [...disks].slice(0, polymorphism === "None" ? 2 : 3).map(([Name, object]) => ({ object, epr: { selectors: { Name } } })),
    };
  },
});
