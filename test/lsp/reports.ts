/** Reports of our own making for the server's tests. Each ⟦…⟧ is a place where something is wrong. */
export const REPORT = [
  '临川县第三小学2024年工作总结',
  '',
  '2024年，学校坚持育人为本，各项工作平稳推进。现将有关情况总结如下。',
  '',
  '一、德育工作扎实开展',
  '',
  '全年组织主题升旗仪式32次，参与学生1260人次。',
  '',
  '三、教学质量稳步提升',
  '',
  '（一）抓好常规教学。教师人人上好“公开课，做到课前有准备、课后有反思。',
  '',
  '（三）抓好课题研究。全校有教师80人，其中市级骨干教师20人，占比45%。',
  '',
  '四、存在的问题和下一步打算',
  '',
  '音乐、美术教师仍然不足，将通过轮岗交流逐步解决。',
  '',
].join('\n')

/** A text that is no report, with a slip that would be found in one. */
export const SHOPPING = '# 购物清单\n\n一、牛奶\n\n三、面包\n\n买“新鲜的就好。\n'
