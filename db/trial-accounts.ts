/** Who exists after a first start of the trial. */
export const trialAccounts = {
  company: "Northwind Studio",
  domain: "northwind.test",
  owner: { email: "owner@northwind-studio.example", password: "quiet-harbour-lamp-42" },
  people: [
    {
      localPart: "mara",
      address: "mara@northwind.test",
      displayName: "Mara Lindqvist",
      password: "amber-violin-cloud-17",
    },
    {
      localPart: "jonas",
      address: "jonas@northwind.test",
      displayName: "Jonas Okafor",
      password: "paper-falcon-river-88",
    },
  ],
} as const;
