namespace Telegram.Bot.Types.Enums;

/// <summary>What kind of chat.</summary>
public enum ChatType
{
    Private = 1,
    Group,
    Channel,
    Supergroup,
    Sender,
}

/// <summary>What the bot is said to be doing.</summary>
public enum ChatAction
{
    Typing = 1,
    UploadPhoto,
    RecordVideo,
    UploadVideo,
    RecordVoice,
    UploadVoice,
    UploadDocument,
    FindLocation,
    RecordVideoNote,
    UploadVideoNote,
    ChooseSticker,
}

/// <summary>Somebody's standing in a chat; a private chat has Member, or Kicked when the guest blocked the bot.</summary>
public enum ChatMemberStatus
{
    Creator = 1,
    Administrator,
    Member,
    Left,
    Kicked,
    Restricted,
}

/// <summary>For whom commands are.</summary>
public enum BotCommandScopeType
{
    Default = 1,
    AllPrivateChats,
    AllGroupChats,
    AllChatAdministrators,
    Chat,
    ChatAdministrators,
    ChatMember,
}

/// <summary>What the button beside the input field does.</summary>
public enum MenuButtonType
{
    Default = 1,
    Commands,
    WebApp,
}
