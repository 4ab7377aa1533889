/** An error whose code and text are the reply of the SMTP server; the text begins with the enhanced status code. */
export class SmtpFailure extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}
