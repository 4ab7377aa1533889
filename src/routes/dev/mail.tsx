import { lazy } from "solid-js";
import NotFoundPage from "../[...404]";

/** The three-pane shell with sample content. Development only. */
export default import.meta.env.DEV || import.meta.env.VITE_DEV_UI
  ? lazy(() => import("~/ui/showcase/mail"))
  : NotFoundPage;
