import type { SimAnswer } from "../kit/simulator";

/**
 * The error body of Mastercard's API gateway, common to all its APIs. Of the reason codes only `INVALID_BODY_HASH`,
 * `AUTHENTICATION_FAILED`, `DECLINED` and `RATE_LIMIT_EXCEEDED` have been seen in public; the codes for a wrong path,
 * method and media type are made up here.
 * https://developer.mastercard.com/platform/documentation/errors-and-troubleshooting/oauth1-and-mtls-error-codes/
 */
export function gatewayError(
  status: number,
  reasonCode: string,
  description: string,
  options: { recoverable?: boolean; source?: string } = {},
): SimAnswer {
  return {
    status,
    body: {
      Errors: {
        Error: [
          {
            Source: options.source ?? "Gateway",
            ReasonCode: reasonCode,
            Description: description,
            Recoverable: options.recoverable ?? false,
            Details: null,
          },
        ],
      },
    },
  };
}

/** The error body of the service behind the gateway: two fields at the top level. */
export function serviceError(status: number, errorCode: string, errorDescription: string): SimAnswer {
  return { status, body: { errorCode, errorDescription } };
}
