import { defineAuthorizationPlugin, type SenderDetails } from "wsmanor/sdk";

/** A context that no other thread could be sent. */
type Context = { readonly tell: () => string; readonly users: Map<string, number> };

const told = ({ senderName, authenticationMechanism, isAdministrator, httpUrl, environment, certificateDetails }: SenderDetails): string =>
  JSON.stringify([senderName, authenticationMechanism, isAdministrator, httpUrl, [...environment], certificateDetails]);

/** What any of its methods does that is named in the sender's name: `exit in authorizeUser`. */
async function misbehave({ senderName }: SenderDetails, method: string): Promise<void> {
  if (!senderName.endsWith(` in ${method}`)) return;
  switch (senderName.split(" ")[0]) {
    case "throw": throw new TypeError(`broken in ${method}`);
    case "exit": process.exit(5);
    case "loop": for (;;);
    case "wait": await new Promise(() => undefined); break;
    default: throw new Error(`no such misbehaviour: ${senderName}`);
  }
}

/** Does everything that the contract between a host and an authorization plug-in speaks of, by the sender's name. */
export default defineAuthorizationPlugin({
  declaration: { name: "contract-authorization", sdkVersion: 1 },
  startup: ({ logger }) => {
    const users = new Map<string, number>();
    return {
      authorizeUser: async (sender) => {
        users.set(sender.senderName, (users.get(sender.senderName) ?? 0) + 1);
        await misbehave(sender, "authorizeUser");
        switch (sender.senderName) {
          case "no": return { allow: false, reason: "nobody knows it" };
          case "silent no": return { allow: false };
          case "away": return { redirect: "https://other.example/wsman" };
          case "nonsense": return { allow: "yes" } as never;
          case "nothing": return undefined as never;
          case "bad environment": return { allow: true, environment: { A: 1 } } as never;
          case "without context": return { allow: true };
          default: {
            const context: Context = { tell: () => `context of ${told(sender)}, asked ${users.get(sender.senderName)} times`, users };
            return { allow: true, mapTo: `${sender.senderName} mapped`, environment: { TEAM: "blue" }, isAdministrator: true, context };
          }
        }
      },
      authorizeOperation: async ({ sender, operation, action, resourceUri, context }) => {
        await misbehave({ ...sender, senderName: sender.senderName.replace(/ mapped$/u, "") }, "authorizeOperation");
        if (operation === "Get") return { allow: true };
        if (operation === "Delete") return { allow: 1 } as never;
        return { allow: false, reason: `${told(sender)} ${operation} ${action} ${resourceUri} ${(context as Context | undefined)?.tell() ?? "no context"}` };
      },
      queryQuota: async ({ sender, context }) => {
        await misbehave(sender, "queryQuota");
        if (context === undefined) return undefined;
        return { maxAllowedConcurrentShells: 1, maxAllowedConcurrentOperations: "unlimited", timeslotSize: 2, maxAllowedOperationsPerTimeslot: 100 + (context as Context).users.get(sender.senderName)! };
      },
      release: ({ sender, context }) => {
        logger.info(`released: ${sender.senderName}, ${(context as Context | undefined)?.tell() ?? "no context"}`);
        if (sender.senderName === "throw in release") throw new TypeError("broken in release");
      },
      shutdown: (reason) => logger.info(`it ends: ${reason}`),
    };
  },
});
