export default {
  title: "Signing keys",
};
