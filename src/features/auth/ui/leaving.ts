/** Whether this page is about to be replaced as a whole, by signing out or by going to another tenant. */
export const leaving = { isSo: false };
