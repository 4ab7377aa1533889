export default {
  title: "History",
};
