/** Below it the server answers with pictures from the internet that it sealed for this session. */
export const picturePath = "/mail/pictures/";
