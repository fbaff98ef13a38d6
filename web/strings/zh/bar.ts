/** What the bar says of parts of a page that come late or not at all: needed before any other word is there. */
export const bar = {
  comes: '正在加载…',
  failed: '这个页面的一部分没有加载成功。你做过的一切都还在。',
  retry: '重试',
  reload: '重新加载页面',
  dismiss: '关闭这条消息',
};
