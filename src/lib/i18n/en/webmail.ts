export default {
  messageFrame: "Content of the message",
  remoteImagesBlocked: { one: "{count} image from the internet is not shown.", other: "{count} images from the internet are not shown." },
  quotedText: { one: "Quoted text ({count} line)", other: "Quoted text ({count} lines)" },
} as const;
