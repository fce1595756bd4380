import { defineRule } from '../../linting/rule.js'

type MessageId = 'misread'

/** A text opened in a wrong encoding: said once, and nothing else is looked for in it. */
export default defineRule<'document', MessageId>({
  id: 'residue/wrong-encoding',
  scope: 'document',
  severity: 'warning',
  source: 'practice',
  summary: '打开时用错了文字编码',
  summaryEn: 'Text opened in the wrong encoding',
  rationale:
    '记事本、WPS常把文本存成GBK，编辑器按UTF-8打开就满篇“�”；反过来是满篇“鐨鍙鏁”。原文件没有坏，换一种编码重新打开就好；在乱码上编辑、保存，原文才真的丢了。整篇如此时只提示这一处，别的一概不查；只有几个字是乱码的，由residue/mojibake提示。',
  messages: {
    misread: {
      what: '这个文件打开时用错了文字编码，满篇乱码，无法检查。',
      advice: '先不要保存：在编辑器中“通过编码重新打开”，选“简体中文（GB18030）”；原文是UTF-8的，选“UTF-8”。重新打开仍是乱码的，说明文件已经损坏，请另找原稿。',
      en: 'This file was opened in the wrong encoding, so that it cannot be checked. Do not save it: reopen it with another encoding (GB18030 or UTF-8).',
    },
  },
  isForMisread: true,
  examples: [
    {
      title: 'GBK按UTF-8打开',
      format: 'plain',
      text: 'ĳ⟦������Ժ⟧2024�깤���ܽ�\n\n2024�꣬��Ժ�������1.2���˴Σ�ͬ������600�˴Σ���ͥҽ��ǩԼ��86%��&nbsp;',
      reports: ['misread'],
      message: '这个文件打开时用错了文字编码，满篇乱码，无法检查。',
    },
    {
      title: 'UTF-8按GBK打开',
      format: 'plain',
      text: '鏌愪埂⟦鏁欒偛鍔⟧?2024骞村伐浣滄?荤粨\n\n鍏ㄥ勾鏂板紑宸ュ鏍?6鎵?锛屽畬鎴愬鏍?3鎵?锛屾暀甯堝弬鍔犲煿璁?120浜烘锛屾暀鑲茶川閲忕ǔ姝ユ彁鍗囥?傚叏涔″鏍″紑灞曞畨鍏ㄦ鏌?24娆★紝鏁欏笀闃熶紞寤鸿寰楀埌鍔犲己銆?',
      reports: ['misread'],
    },
    {
      title: 'GBK按西文打开',
      format: 'plain',
      text: '⟦Ä³ÏçÎÀÉúÔº⟧2024Äê¹¤×÷×Ü½á\n\n2024Äê£¬ÎÒÔºÍê³ÉÃÅÕï1.2ÍòÈË´Î£¬Í¬±ÈÔö¼Ó600ÈË´Î£¬¼ÒÍ¥Ò½ÉúÇ©Ô¼ÂÊ86%¡£',
      reports: ['misread'],
    },
    {
      title: '只丢了几个字，是另一条规则的事',
      text: '2024年工作总结\n\n推进教育�����发展，教师���培训1200人次，新建�����校舍，落实��������政策，提升������质量。全县各级各类学校认真落实立德树人根本任务，教育教学工作稳步推进。',
      reports: [],
    },
    {
      title: '外文',
      format: 'plain',
      text: 'L’été dernier, l’école a été rénovée ; à la rentrée, les élèves ont été accueillis.\n\n2024年工作总结',
      reports: [],
    },
  ],
  *check(document) {
    const { misreading } = document
    if (misreading !== undefined) yield { range: misreading, messageId: 'misread' }
  },
})
