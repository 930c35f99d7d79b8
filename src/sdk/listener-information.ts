/** One listener as `winrm/config/listener` shows it. */
export interface ListenerInformation {
  readonly address: string;
  readonly transport: "HTTP" | "HTTPS";
  readonly port: number;
  readonly hostname: string;
  readonly enabled: boolean;
  /** Without slashes at the ends: `wsman`. */
  readonly urlPrefix: string;
  /** SHA-1 of the certificate, 40 hex digits, upper case; empty for HTTP. */
  readonly certificateThumbprint: string;
  readonly listeningOn: readonly string[];
}
