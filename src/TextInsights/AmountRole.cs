using System.Text.Json.Serialization;
using TextInsights.Serialization;

namespace TextInsights;

/// <summary>What an amount of money is.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AmountRole>))]
public enum AmountRole
{
    /// <summary>The rest: cash, cash flow, buybacks, private wealth, prize money, coins and notes.</summary>
    Other,

    /// <summary>Turnover, sales, fee income, market size.</summary>
    Revenue,

    /// <summary>Operating or net result (EBIT, EBITDA, Überschuss).</summary>
    Profit,

    /// <summary>Negative result, as a positive value.</summary>
    Loss,

    /// <summary>A company's whole worth, enterprise and equity value included.</summary>
    Valuation,

    /// <summary>A company's whole worth at the stock exchange.</summary>
    MarketCap,

    /// <summary>Paid or offered for a company, stake or asset, also per share.</summary>
    PurchasePrice,

    /// <summary>Money put into plants, projects or a company.</summary>
    Investment,

    /// <summary>Capital raised or granted: rounds, credit lines, bonds issued, subsidies, rescue packages.</summary>
    Funding,

    /// <summary>Owed: debts, liabilities, bad loans, new borrowing.</summary>
    Debt,

    /// <summary>Expenses, charges, write-downs, provisions, savings and synergies.</summary>
    Cost,

    /// <summary>Dividend, whole or per share.</summary>
    Dividend,

    /// <summary>Donation.</summary>
    Donation,

    /// <summary>Fines, settlements, damages ordered.</summary>
    Penalty,

    /// <summary>Loss by accident, crime or disaster, insured losses included.</summary>
    Damage,

    /// <summary>Price or price target of a share.</summary>
    SharePrice,

    /// <summary>Price of a good, service, commodity, rent, currency, or of a player's transfer.</summary>
    Price,

    /// <summary>Pay, bonus, minimum wage.</summary>
    Wage,

    /// <summary>State revenue, spending, taxes, deficit.</summary>
    PublicBudget,

    /// <summary>Orders, contracts, trade volume, balance-sheet total, deposits, assets under management.</summary>
    OrderVolume,
}
