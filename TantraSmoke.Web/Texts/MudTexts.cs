using System.Globalization;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace TantraSmoke.Web.Texts;

/// <summary>Russian translations of MudBlazor's own texts, mostly labels for screen readers.</summary>
internal sealed class MudTexts : MudLocalizer
{
    private static readonly Dictionary<string, string> Russian = new()
    {
        ["MudAlert_Close"] = "Закрыть сообщение",
        ["MudChip_Close"] = "Убрать",
        ["MudDataGrid_Apply"] = "Применить",
        ["MudDataGrid_Cancel"] = "Отмена",
        ["MudDataGrid_Clear"] = "Очистить",
        ["MudDataGrid_Column"] = "Столбец",
        ["MudDataGrid_Columns"] = "Столбцы",
        ["MudDataGrid_Filter"] = "Фильтр",
        ["MudDataGrid_Hide"] = "Скрыть",
        ["MudDataGrid_HideAll"] = "Скрыть все",
        ["MudDataGrid_Loading"] = "Загружаем…",
        ["MudDataGrid_RefreshData"] = "Обновить",
        ["MudDataGrid_Save"] = "Сохранить",
        ["MudDataGrid_ShowAll"] = "Показать все",
        ["MudDataGrid_ShowColumnOptions"] = "Настроить столбец",
        ["MudDataGrid_Sort"] = "Сортировать",
        ["MudDataGrid_Unsort"] = "Не сортировать",
        ["MudDataGridPager_AllItems"] = "Все",
        ["MudDataGridPager_FirstPage"] = "Первая страница",
        ["MudDataGridPager_InfoFormat"] = "{0}–{1} из {2}",
        ["MudDataGridPager_LastPage"] = "Последняя страница",
        ["MudDataGridPager_NextPage"] = "Следующая страница",
        ["MudDataGridPager_PreviousPage"] = "Предыдущая страница",
        ["MudDataGridPager_RowsPerPage"] = "Строк на странице:",
        ["MudDialog_Close"] = "Закрыть",
        ["MudFileUpload_Button"] = "Выбрать файл",
        ["MudFileUpload_DragAndDrop"] = "Перетащите файл сюда",
        ["MudFormComponent_Required"] = "Заполните это поле",
        ["MudInput_Clear"] = "Очистить",
        ["MudInput_Decrement"] = "Меньше",
        ["MudInput_Increment"] = "Больше",
        ["MudPagination_CurrentPage"] = "Страница {0}, открыта",
        ["MudPagination_FirstPage"] = "Первая страница",
        ["MudPagination_LastPage"] = "Последняя страница",
        ["MudPagination_NextPage"] = "Следующая страница",
        ["MudPagination_PageIndex"] = "Страница {0}",
        ["MudPagination_PreviousPage"] = "Предыдущая страница",
        ["MudSelect_SelectAll"] = "Выбрать все",
        ["MudSnackbar_Close"] = "Закрыть сообщение",
        ["MudStepper_Complete"] = "Готово",
        ["MudStepper_Next"] = "Дальше",
        ["MudStepper_Previous"] = "Назад",
        ["MudStepper_Reset"] = "Сначала",
        ["MudStepper_Skip"] = "Пропустить",
        ["MudTable_Loading"] = "Загружаем…",
        ["MudTablePager_FirstPage"] = "Первая страница",
        ["MudTablePager_LastPage"] = "Последняя страница",
        ["MudTablePager_NextPage"] = "Следующая страница",
        ["MudTablePager_PreviousPage"] = "Предыдущая страница",
        ["MudTabs_ScrollLeft"] = "Прокрутить влево",
        ["MudTabs_ScrollRight"] = "Прокрутить вправо",
    };

    public override LocalizedString this[string key] =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" && Russian.TryGetValue(key, out var words)
            ? new LocalizedString(key, words)
            : new LocalizedString(key, key, resourceNotFound: true);
}
