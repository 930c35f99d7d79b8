/** What `getStatus` knows. */
export interface HttpStatus {
  readonly status: number;
  readonly subStatus: number;
  /** Empty unless one was given. */
  readonly reason: string;
  /** Last of `setStatus` or `setErrorStatus`; S_OK before. */
  readonly hresult: number;
}

/** The answer as it is at the moment. */
export interface RawHttpResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** `undefined` while what will be sent is not known here (the administration application writes it itself). */
  readonly entity: Uint8Array | undefined;
}

/**
 * IHttpResponse. Nothing leaves before endRequest is over, so it can be changed up to there. What the application answers replaces status
 * and body that were set before it; header fields set before stay, unless it has fields of the same name.
 */
export interface HttpResponse {
  getRawHttpResponse(): RawHttpResponse;
  /** @returns S_OK, ERROR_INVALID_PARAMETER (not 200 to 599), ERROR_INVALID_DATA (reason) */
  setStatus(status: number, reason?: string, subStatus?: number, hresult?: number): number;
  getStatus(): HttpStatus;
  /** @param replace `false` appends. @returns S_OK, ERROR_INVALID_PARAMETER, ERROR_INVALID_DATA (too long) */
  setHeader(name: string, value: string, replace?: boolean): number;
  getHeader(name: string): string | undefined;
  deleteHeader(name: string): number;
  /** Drops status, headers and body. */
  clear(): number;
  clearHeaders(): number;
  /** Appends to the body. Text is sent as UTF-8. */
  writeEntityChunks(chunks: Uint8Array | string | readonly (Uint8Array | string)[]): number;
  /**
   * 302 with Location, made absolute; drops the body. Give RQ_NOTIFICATION_FINISH_REQUEST afterwards.
   * @param resetStatus `false` leaves status and body as they are
   * @param includeParameters the request's query goes with it
   */
  redirect(url: string, resetStatus?: boolean, includeParameters?: boolean): number;
  /** Closes the connection after this answer. */
  setNeedDisconnect(): void;
  /** The connection ends with a reset behind the header of the answer, when endRequest is over. */
  resetConnection(): void;
}
