/** Names that every domain with mail must have (RFC 5321 §4.5.1, RFC 2142 §2 and §5). */
export const roleNames = ["postmaster", "abuse"] as const;
