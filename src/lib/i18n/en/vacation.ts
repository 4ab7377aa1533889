export default {
  title: "Away",
  description:
    "Whoever writes to you while you are away is told so, each person once a week. Lists and machines are not.",
  isEnabled: "Answer for me",
  from: "First day",
  until: "Last day",
  subject: "Subject",
  subjectHelp: "Left empty, the answer has the subject of the message.",
  text: "What is answered",
  textHelp: "Strangers read it too: say no more than they should know.",
  state_on: "On",
  state_off: "Off",
  state_pending: "Being set up",
  state_failed: "Not set up",
  switchedOn: "Whoever writes to you is answered.",
  switchedOff: "Nobody is answered any more.",
  failed: "This cannot be shown now. Try again in a moment.",
};
