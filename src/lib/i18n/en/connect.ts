export default {
  title: "Set up DNS from here",
};
