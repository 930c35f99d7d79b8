/** HTTP_COOKED_URL. The parts lie in the whole: `http://host:5985/wsman?a=b`. */
export interface CookedUrl {
  readonly fullUrl: string;
  /** `host:5985` */
  readonly host: string;
  /** Percent-decoded. */
  readonly absPath: string;
  /** With its `?`; `undefined` without one. */
  readonly queryString: string | undefined;
}

/** HTTP_SSL_CLIENT_CERT_INFO. */
export interface HttpSslClientCertInfo {
  /** 0: valid; else why it is not, as an HRESULT. */
  readonly certFlags: number;
  /** Octets. */
  readonly certEncodedSize: number;
  /** DER. */
  readonly certEncoded: Uint8Array;
  /** Windows' token of the mapped user: none here. */
  readonly token: null;
  readonly certDeniedByMapper: false;
}

/** HTTP_SSL_INFO. Sizes in bits; 0 and empty where unknown. */
export interface HttpSslInfo {
  readonly serverCertKeySize: number;
  readonly connectionKeySize: number;
  readonly serverCertIssuer: string;
  readonly serverCertSubject: string;
  readonly clientCertInfo: HttpSslClientCertInfo | null;
  readonly sslClientCertNegotiated: boolean;
}

export interface SocketAddress {
  readonly address: string;
  readonly port: number;
}

/** HTTP_REQUEST: what came, whatever modules have changed since. */
export interface RawHttpRequest {
  /** Counts from 1. */
  readonly connectionId: number;
  /** Upper-case GUID; in every log line of the request. */
  readonly requestId: string;
  readonly verb: string;
  readonly version: HttpVersion;
  readonly cookedUrl: CookedUrl;
  readonly address: { readonly remote: SocketAddress; readonly local: SocketAddress };
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** `undefined` without TLS. */
  readonly sslInfo: HttpSslInfo | undefined;
}

export interface HttpVersion {
  readonly major: number;
  readonly minor: number;
}

/** IHttpRequest. */
export interface HttpRequest {
  getRawHttpRequest(): RawHttpRequest;
  /** @returns `undefined` when absent; several of one name joined by ", " */
  getHeader(name: string): string | undefined;
  /** @param replace `false` appends. @returns S_OK, ERROR_INVALID_PARAMETER, ERROR_INVALID_DATA (too long) */
  setHeader(name: string, value: string, replace?: boolean): number;
  /** One that is not there is no error. */
  deleteHeader(name: string): number;
  getHttpMethod(): string;
  /** @returns S_OK, ERROR_INVALID_PARAMETER */
  setHttpMethod(method: string): number;
  /**
   * Rewrites the URL for what comes later, and for the log: not a redirection. The application stays the one that was found, the raw
   * request and server variables stay as they were.
   * @param url `/path` or `/path?query`, percent-encoded
   * @param resetQueryString `false` keeps the query where the URL has none. Default: true
   * @returns S_OK, ERROR_INVALID_PARAMETER
   */
  setUrl(url: string, resetQueryString?: boolean): number;
  getUrlChanged(): boolean;
  getLocalAddress(): SocketAddress;
  getRemoteAddress(): SocketAddress;
  getHttpVersion(): HttpVersion;
  /**
   * Takes octets of the body: what comes later has only the rest. `insertEntityBody` puts them back.
   * @param size octets at most
   * @returns S_OK; ERROR_HANDLE_EOF at the end; ERROR_CONNECTION_INVALID: the client went or was too slow; ERROR_INVALID_DATA: the body
   * is larger than the application's largest
   */
  readEntityBody(size: number): Promise<{ readonly hresult: number; readonly bytes: Uint8Array }>;
  /** Puts octets in front of what has not been read. Content-Length stays as it is. */
  insertEntityBody(bytes: Uint8Array): number;
  /** Octets not yet read; 0xFFFFFFFF while nobody can tell (a body sent in chunks). */
  getRemainingEntityBytes(): number;
  /**
   * What is known of the client's certificate, without asking for it. S_OK does not mean that there is one.
   * @returns hresult ERROR_NOT_FOUND: the client has never been asked on this connection
   */
  getClientCertificate(): { readonly hresult: number; readonly certInfo: HttpSslClientCertInfo | null; readonly negotiated: boolean };
  /**
   * Asks the client for a certificate in the middle of its connection. Await it.
   * @returns S_OK: the client was asked, it may have none. E_FAIL: no TLS, refused, too late, gone. ERROR_NOT_SUPPORTED: TLS 1.3, HTTP/2,
   * behind a proxy. A body too large to be read before ends the request with 413 after the notification.
   */
  negotiateClientCertificate(async?: false): Promise<number>;
  /**
   * Begins to ask. With `completionPending` the notification must give RQ_NOTIFICATION_PENDING; `onAsyncCompletion` is told the result as
   * its completion status.
   */
  negotiateClientCertificate(async: true): { readonly hresult: number; readonly completionPending: boolean };
}
