export default {
  title: "Who sees it",
};
