export default {
  finding_wildcard: "Every name below {name} answers with {found}, also those that were never published.",
};
