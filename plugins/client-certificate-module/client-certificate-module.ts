import { crc32 } from "./crc32.js";
import { defineHttpModule, FAILED, HRESULT, RQ_NOTIFICATION_CONTINUE, type HttpModulePlugin, type HttpModuleStart, type HttpRequest } from "wsmanor/sdk";

export interface ClientCertificateOptions {
  /** The name that `system.webServer/modules` lists it by. */
  readonly name?: string;
  /** Ask the client for its certificate in the midst of the connection; `false` looks only at what is known. Default: true. */
  readonly force?: boolean;
}

type Logger = HttpModuleStart["logger"];

/** Counts the requests, and says of each what certificate its client has. It lets everybody pass. */
export function clientCertificateModule({ name = "client-certificate", force = true }: ClientCertificateOptions = {}): HttpModulePlugin<"beginRequest"> {
  return defineHttpModule({
    declaration: { name, sdkVersion: 1, notifications: ["beginRequest"] },
    register: ({ logger }) => {
      let count = 0;
      return {
        getHttpModule: () => ({
          async onBeginRequest(context) {
            const request = context.getRequest();
            const { cookedUrl, sslInfo, requestId } = request.getRawHttpRequest();
            logger.info("request counted", { count: ++count, url: cookedUrl.fullUrl, activityId: requestId });
            if (sslInfo === undefined) logger.info("connection is not using TLS", { activityId: requestId });
            else if (!force || (await negotiated(request, logger, requestId))) tellCertificate(request, logger, requestId);
            return RQ_NOTIFICATION_CONTINUE;
          },
        }),
      };
    },
  });
}

/** @returns may the certificate be looked at? */
async function negotiated(request: HttpRequest, logger: Logger, activityId: string): Promise<boolean> {
  const hresult = await request.negotiateClientCertificate(false);
  if (FAILED(hresult)) logger.error("negotiateClientCertificate failed", { hresult: hex(hresult), activityId });
  return !FAILED(hresult);
}

function tellCertificate(request: HttpRequest, logger: Logger, activityId: string): void {
  const { hresult, certInfo, negotiated: previouslyNegotiated } = request.getClientCertificate();
  // Nobody has asked on this connection: neither its binding nor a module.
  if (hresult === HRESULT.ERROR_NOT_FOUND) logger.info("certificate not found", { activityId });
  else if (FAILED(hresult)) logger.error("getClientCertificate failed", { hresult: hex(hresult), activityId });
  else if (previouslyNegotiated && certInfo !== null) {
    logger.info("client certificate", { size: certInfo.certEncodedSize, crc32: crc32(certInfo.certEncoded), previouslyNegotiated, flags: hex(certInfo.certFlags), activityId });
  } else logger.info("no client certificate", { activityId });
}

const hex = (hresult: number): string => `0x${hresult.toString(16).padStart(8, "0")}`;
