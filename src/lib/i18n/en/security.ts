export default {
  title: "Security",
  code: "Code",
  codeHelp: "Six digits from your authenticator app, or one of your recovery codes.",
  proofTitle: "Is it still you?",
  proofText: "What you are about to do is important, and it is some time since you signed in.",
  proofConfirm: "Confirm",
  proofWrong: "This password is not right.",
} as const;
