using TantraSmoke.Core.Entities;
using TantraSmoke.Core.Talk;

namespace TantraSmoke.Web.Texts;

// Messages between guests and the venue.
public abstract partial class DashboardTexts
{
    public abstract string TalkTitle { get; }
    public abstract string NoMessages { get; }
    public abstract string NewMessages(int count);
    public abstract string GuestsWrote(int guests);
    public abstract string WriteToGuest { get; }
    public abstract string SendMessage { get; }
    public abstract string ChatTrouble(ChatTrouble trouble);
    public abstract string TopicGone { get; }
    public abstract string StaffGroupTitle { get; }
    public abstract string NoStaffGroup { get; }
    public abstract string PostedInTopic(string name);
    public abstract string PostedOutsideTopics { get; }
    public abstract string HowToChooseTopic { get; }
    public abstract string NotErased(int messages);
    public abstract string CannotWrite { get; }
    public abstract string Delivery(TalkDelivery delivery);
}
