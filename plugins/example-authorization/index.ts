import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { defineAuthorizationPlugin, type SenderDetails } from "wsmanor/sdk";
import { allows, readRules, type UserRules } from "./rules.js";

export default defineAuthorizationPlugin({
  declaration: { name: "example-authorization", sdkVersion: 1 },
  startup: async ({ logger, applicationDirectory }) => {
    const path = process.env["WSMANOR_AUTHORIZATION_RULES"] ?? join(applicationDirectory, "authorization.json");
    let rules;
    try {
      rules = readRules(await readFile(path, "utf8"));
    } catch (cause) {
      throw new Error(`the rules ${path} cannot be used: ${(cause as Error).message}`, { cause });
    }
    logger.info("authorization rules read", { path, users: rules.users.size });
    const rulesOf = ({ senderName }: SenderDetails): UserRules | undefined => rules.users.get(senderName.toLowerCase()) ?? rules.everybodyElse;
    return {
      authorizeUser: (sender) => {
        const user = rulesOf(sender);
        if (user?.redirect !== undefined) return { redirect: user.redirect };
        if (user === undefined || user.allow.length === 0) return { allow: false, reason: `no rule allows ${sender.senderName} anything` };
        return {
          allow: true,
          // An account is an administrator here when the rules say so, or when the host does.
          isAdministrator: user.administrator || sender.isAdministrator,
          context: user,
          ...(user.mapTo === undefined ? {} : { mapTo: user.mapTo }),
          ...(user.environment === undefined ? {} : { environment: user.environment }),
        };
      },
      authorizeOperation: ({ sender, operation, resourceUri, context }) =>
        allows(context as UserRules, operation, resourceUri) ? { allow: true } : { allow: false, reason: `no rule allows ${sender.senderName} ${operation} on ${resourceUri}` },
      queryQuota: ({ context }) => (context as UserRules).quota,
    };
  },
});
