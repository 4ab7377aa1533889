/** Names under which the public gets its mail. Nobody who hosts mail here owns these; a claim on them is a mistake or an attack. */
const names = `
  gmail.com googlemail.com outlook.com outlook.de outlook.fr hotmail.com hotmail.de hotmail.fr
  hotmail.co.uk hotmail.it hotmail.es live.com live.de live.fr live.nl live.co.uk
  msn.com yahoo.com yahoo.de yahoo.fr yahoo.co.uk yahoo.co.jp yahoo.co.in yahoo.com.br
  yahoo.it yahoo.es ymail.com rocketmail.com icloud.com me.com mac.com aol.com
  aim.com gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de
  freenet.de arcor.de mail.de posteo.de posteo.net mailbox.org proton.me protonmail.com
  protonmail.ch pm.me tutanota.com tutanota.de tuta.com tuta.io tutamail.com keemail.me
  fastmail.com fastmail.fm hushmail.com hey.com zoho.com zohomail.com zohomail.eu mail.com
  email.com usa.com runbox.com mailfence.com startmail.com disroot.org riseup.net mail.ru
  inbox.ru list.ru bk.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net
  i.ua qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn
  sohu.com aliyun.com naver.com hanmail.net daum.net nate.com orange.fr wanadoo.fr
  free.fr laposte.net sfr.fr libero.it virgilio.it alice.it tin.it tiscali.it
  bluewin.ch seznam.cz email.cz centrum.cz wp.pl o2.pl onet.pl interia.pl
  op.pl abv.bg telenet.be skynet.be ziggo.nl kpnmail.nl xs4all.nl telia.com
  online.no btinternet.com ntlworld.com virginmedia.com sky.com talktalk.net comcast.net verizon.net
  att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com rogers.com
  shaw.ca bell.net sympatico.ca bigpond.com optusnet.com.au uol.com.br bol.com.br terra.com.br
  ig.com.br rediffmail.com walla.co.il duck.com mozmail.com privaterelay.appleid.com simplelogin.com
`;

export const mailProviders: ReadonlySet<string> = new Set(names.trim().split(/\s+/));
