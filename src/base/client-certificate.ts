import type { CertificateDetails } from "./identity.js";

/** A certificate that a client has shown. */
export interface ClientCertificate {
  readonly der: Uint8Array;
  /**
   * HTTP_SSL_CLIENT_CERT_INFO.CertFlags: 0 when it is valid, else why not as an HRESULT: 0x800B0101 expired, 0x800B0109 unknown root,
   * 0x800B010A no chain, 0x800B010C revoked, 0x800B0110 wrong purpose, 0x800B0112 untrusted issuer, 0x80092013 no revocation data.
   */
  readonly flags: number;
  readonly details: CertificateDetails;
}

/** What is known of a client's certificate at the moment. */
export interface CertificateState {
  /** The client has been asked: at the handshake, later, or by a proxy that is believed. It may have had none. */
  readonly negotiated: boolean;
  readonly certificate: ClientCertificate | undefined;
}

/** What became of asking. */
export interface CertificateNegotiation {
  /** S_OK also when the client has no certificate: look at the state. */
  readonly hresult: number;
  /** The body is larger than what may be read before: the request is to be answered 413, and the connection ends. */
  readonly isBodyTooLarge?: true;
}

/** The certificate behind a request. */
export interface ClientCertificates {
  state(): CertificateState;
  /**
   * Asks the client on the connection as it is. Asking again costs nothing and changes nothing.
   * @param preloadLimit octets of the body that are read first (uploadReadAheadSize): a client that is still sending does not answer
   */
  negotiate(preloadLimit: number): Promise<CertificateNegotiation>;
}

/** HRESULT_FROM_WIN32(ERROR_NOT_SUPPORTED): this way of being connected has no way of asking. */
export const negotiationNotSupported = 0x80070032;

/** Where there is no TLS to ask over: E_FAIL. */
export const noClientCertificates: ClientCertificates = {
  state: () => ({ negotiated: false, certificate: undefined }),
  negotiate: () => Promise.resolve({ hresult: 0x80004005 }),
};

/** Where the client cannot be asked over the TLS there is. */
export const unaskedClientCertificates: ClientCertificates = { ...noClientCertificates, negotiate: () => Promise.resolve({ hresult: negotiationNotSupported }) };
