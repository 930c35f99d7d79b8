import { createAdminApp } from "../apps/admin/create-admin-app.js";
import { errorText } from "../base/error-text.js";
import type { Logger } from "../base/logger.js";
import type { ApplicationConfiguration } from "../configuration/host-configuration.js";
import type { MountedApplication } from "../pipeline/pipeline-settings.js";
import type { SchemesOf } from "./application-schemes.js";
import { authenticationOf } from "./compose-wsman.js";
import type { AuditEntry } from "./logging/audit-log.js";
import { newId } from "./new-id.js";
import type { ReloadOutcome } from "./reload-outcome.js";

/** The administration application where the configuration put it. */
export function mountAdmin(application: ApplicationConfiguration, parts: {
  readonly schemes: SchemesOf;
  readonly logger: Logger;
  status(): Readonly<Record<string, unknown>>;
  notReady(): readonly string[];
  reload(): Promise<ReloadOutcome>;
  audit(entry: AuditEntry): Promise<void> | undefined;
}): MountedApplication {
  const { schemes, logger, status, notReady, reload } = parts;
  const admin = createAdminApp({
    status, notReady, reload,
    failed: (error) => {
      const errorId = newId();
      logger.error("the admin application failed", { errorId, error: errorText(error) });
      return errorId;
    },
    audit: ({ activityId, user, method, path, allowed }) =>
      parts.audit({ application: application.path, activityId, user, operation: method, action: "", resourceUri: path, allowed, by: "administrators only" }),
  });
  return { path: application.path, ...admin, authentication: authenticationOf({ application, schemes }) };
}
